-- The tables of a saved run in DuckDB, from the CSV files in this folder: see docs/analysis.md. The types stand here because a
-- column that is empty in one run would else be text there and a number in the next, section 3.10 would become 3.1 and an own
-- column with 0180 the number 180. What is not named is text.

CREATE TABLE documents AS
SELECT COLUMNS(name -> NOT starts_with(name, 'policy_goal_')), COLUMNS('^policy_goal_\d+$')::INTEGER
FROM read_csv('documents.csv', header = true, delim = ',', quote = '"', escape = '"', auto_type_candidates = ['VARCHAR'], types = {
  year: 'INTEGER', type_confidence: 'DOUBLE', pages: 'INTEGER', words: 'INTEGER', read_share: 'DOUBLE',
  coverage: 'DOUBLE', coverage_up_to: 'DOUBLE', coverage_by_count: 'DOUBLE', depth: 'DOUBLE',
  sections_expected: 'INTEGER', sections_covered: 'INTEGER', sections_review: 'INTEGER',
  analysis_expected: 'INTEGER', analysis_covered: 'INTEGER', analysis_level: 'INTEGER',
  goal_expected: 'INTEGER', goal_covered: 'INTEGER', goal_level: 'INTEGER',
  action_expected: 'INTEGER', action_covered: 'INTEGER', action_level: 'INTEGER',
  resource_expected: 'INTEGER', resource_covered: 'INTEGER', resource_level: 'INTEGER',
  responsibility_expected: 'INTEGER', responsibility_covered: 'INTEGER', responsibility_level: 'INTEGER',
  follow_up_expected: 'INTEGER', follow_up_covered: 'INTEGER', follow_up_level: 'INTEGER',
  requirements_met: 'INTEGER', requirements_partly: 'INTEGER', requirements_unmet: 'INTEGER',
  gaps_high: 'INTEGER', gaps_medium: 'INTEGER', gaps_low: 'INTEGER'
});

CREATE TABLE sections AS
FROM read_csv('sections.csv', header = true, delim = ',', quote = '"', escape = '"', auto_type_candidates = ['VARCHAR'], types = {
  year: 'INTEGER', heading_depth: 'INTEGER', page: 'INTEGER', line: 'INTEGER', paragraph: 'INTEGER', slide: 'INTEGER',
  row: 'INTEGER', words: 'INTEGER', expected: 'BOOLEAN', level: 'INTEGER', framing: 'BOOLEAN'
});

CREATE TABLE evidence AS
FROM read_csv('evidence.csv', header = true, delim = ',', quote = '"', escape = '"', auto_type_candidates = ['VARCHAR'], types = {
  year: 'INTEGER', counted: 'BOOLEAN', level: 'INTEGER', standard_text: 'BOOLEAN', page: 'INTEGER', line: 'INTEGER',
  paragraph: 'INTEGER', slide: 'INTEGER', row: 'INTEGER'
});

CREATE TABLE gaps AS
FROM read_csv('gaps.csv', header = true, delim = ',', quote = '"', escape = '"', auto_type_candidates = ['VARCHAR'], types = {
  year: 'INTEGER', page: 'INTEGER', line: 'INTEGER', paragraph: 'INTEGER', slide: 'INTEGER', row: 'INTEGER',
  suppressed: 'BOOLEAN'
});

CREATE TABLE requirements AS
FROM read_csv('requirements.csv', header = true, delim = ',', quote = '"', escape = '"', auto_type_candidates = ['VARCHAR'], types = {
  year: 'INTEGER', page: 'INTEGER', line: 'INTEGER', paragraph: 'INTEGER', slide: 'INTEGER', row: 'INTEGER',
  suppressed: 'BOOLEAN'
});
