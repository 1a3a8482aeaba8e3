# Three questions to a saved run, in R without packages. The tables lie in this folder: see docs/analysis.md.
options(width = 100)
# Every column is read as text and these are made numbers: else section 3.10 becomes 3.1, and an own column with 0180 becomes 180.
numbers <- c("year", "words", "level", "page", "line", "paragraph", "slide", "row")
read <- function(name) {
  table <- read.csv(
    paste0(name, ".csv"),
    encoding = "UTF-8", colClasses = "character", na.strings = "", check.names = FALSE
  )
  for (column in intersect(numbers, names(table))) table[[column]] <- as.numeric(table[[column]])
  table
}
sections <- read("sections")
gaps <- read("gaps")
is_true <- function(column) column == "true"
# aggregate() leaves out the rows where what they are grouped by is not known, unless it is told that this is a group too.
groups <- function(table, names) lapply(table[names], addNA, ifany = TRUE)
sorted <- function(table, ...) table[order(..., method = "radix"), ]

# 1. How much of the text where the perspective is expected has it, by year and by who decided?
expected <- sections[is_true(sections$expected) & sections$status != "unread", ]
expected$covered_words <- ifelse(expected$status == "present", expected$words, 0)
expected$decided_by <- expected[["own_Beslutad av"]]
first <- aggregate(expected[c("words", "covered_words")], groups(expected, c("year", "decided_by")), sum)
first$coverage <- round(first$covered_words / first$words, 2)
first <- sorted(first, as.character(first$year), as.character(first$decided_by))
print(first[c("year", "decided_by", "coverage")], row.names = FALSE)

# 2. Where in the steering chain is it lost? Expected and covered sections of each link, by type of document.
asked <- sections[is_true(sections$expected) & !is.na(sections$chain), ]
links <- strsplit(asked$chain, "|", fixed = TRUE)
long <- data.frame(
  type = rep(asked$type, lengths(links)),
  link = unlist(links),
  expected = 1,
  covered = as.integer(rep(asked$status, lengths(links)) == "present")
)
second <- aggregate(long[c("expected", "covered")], long[c("type", "link")], sum)
second <- second[second$expected >= 5, ]
second <- sorted(second, second$covered / second$expected, second$type, second$link)
print(head(second, 6), row.names = FALSE)

# 3. What is lacking most, and in what kind of section? Once a section, in how many documents.
grave <- gaps[gaps$severity == "high" & !is_true(gaps$suppressed), c("document", "section", "rule")]
found <- unique(merge(grave, sections[c("document", "section", "role")]))
third <- aggregate(found["section"], found[c("rule", "role")], length)
third$documents <- mapply(
  function(rule, role) length(unique(found$document[found$rule == rule & found$role == role])),
  third$rule, third$role
)
names(third)[3] <- "sections"
third <- sorted(third, -third$sections, third$rule, third$role)
print(head(third, 5), row.names = FALSE)
