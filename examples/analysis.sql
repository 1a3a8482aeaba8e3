-- Three questions to a saved run, in DuckDB, after tables.sql: see docs/analysis.md.

-- 1. How much of the text where the perspective is expected has it, by year and by who decided?
SELECT year,
       "own_Beslutad av" AS decided_by,
       count(DISTINCT document) AS documents,
       count(*) AS expected_sections,
       round(sum(CASE WHEN status = 'present' THEN words ELSE 0 END) / sum(words), 2) AS coverage
FROM sections
WHERE expected AND status <> 'unread'
GROUP BY ALL
ORDER BY year, decided_by;

-- 2. Where in the steering chain is it lost? Expected and covered sections of each link, by type of document.
SELECT type,
       link,
       count(*) AS expected,
       count(*) FILTER (WHERE status = 'present') AS covered
FROM (SELECT type, status, unnest(string_split(chain, '|')) AS link FROM sections WHERE expected)
GROUP BY ALL
HAVING expected >= 5
ORDER BY covered / expected, type, link
LIMIT 6;

-- 3. What is lacking most, and in what kind of section? Once a section, in how many documents.
SELECT gaps.rule,
       sections.role,
       count(DISTINCT (gaps.document, gaps.section)) AS sections,
       count(DISTINCT gaps.document) AS documents
FROM gaps
JOIN sections USING (document, section)
WHERE gaps.severity = 'high' AND NOT gaps.suppressed
GROUP BY ALL
ORDER BY sections DESC, gaps.rule, sections.role
LIMIT 5;
