# Three questions to a saved run, in R without packages. The tables lie in this folder: see docs/analysis.md.
options(width = 100)
read <- function(name) {
  read.csv(paste0(name, ".csv"), fileEncoding = "UTF-8", na.strings = "", check.names = FALSE)
}
sections <- read("sections")
gaps <- read("gaps")
is_true <- function(column) column == "true"

# 1. How much of the text where the perspective is expected has it, by year and by who decided?
expected <- sections[is_true(sections$expected) & sections$status != "unread", ]
expected$covered_words <- ifelse(expected$status == "present", expected$words, 0)
expected$decided_by <- expected[["own_Beslutad av"]]
first <- aggregate(cbind(words, covered_words) ~ year + decided_by, data = expected, FUN = sum)
first$coverage <- round(first$covered_words / first$words, 2)
print(first[order(first$year, first$decided_by), c("year", "decided_by", "coverage")], row.names = FALSE)

# 2. Where in the steering chain is it lost? Expected and covered sections of each link, by type of document.
asked <- sections[is_true(sections$expected) & !is.na(sections$chain), ]
links <- strsplit(asked$chain, "|", fixed = TRUE)
long <- data.frame(
  type = rep(asked$type, lengths(links)),
  link = unlist(links),
  expected = 1,
  covered = as.integer(rep(asked$status, lengths(links)) == "present")
)
second <- aggregate(cbind(expected, covered) ~ type + link, data = long, FUN = sum)
second <- second[second$expected >= 5, ]
second <- second[order(second$covered / second$expected, second$type, second$link), ]
print(head(second, 6), row.names = FALSE)

# 3. What is lacking most, and in what kind of section? Once a section, in how many documents.
grave <- gaps[gaps$severity == "high" & !is_true(gaps$suppressed), c("document", "section", "rule")]
found <- unique(merge(grave, sections[c("document", "section", "role")]))
third <- aggregate(section ~ rule + role, data = found, FUN = length)
third$documents <- mapply(
  function(rule, role) length(unique(found$document[found$rule == rule & found$role == role])),
  third$rule, third$role
)
names(third)[3] <- "sections"
third <- third[order(-third$sections, third$rule, third$role), ]
print(head(third, 5), row.names = FALSE)
