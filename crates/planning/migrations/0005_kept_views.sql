-- Filters are kept for every list of the desk now, by the people's house.
DROP TABLE IF EXISTS plan_filter;
