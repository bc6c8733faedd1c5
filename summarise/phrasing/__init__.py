"""From clauses and figures to headlines, bullets and lines of figures.

The doors are `headline.headlines`, `bullets.bullets`, `figure_lines.key_lines`, `domains.domains` and
`compress.shorten.compress`. Nothing is imported here: a line of the report needs no fitted model.
"""
