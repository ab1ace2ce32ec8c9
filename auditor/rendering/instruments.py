"""The instrument that asks for annual reports, as papers cite it: inspection_rules in rules/instruments.yaml."""

INSPECTION_RULES = "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）"
CONTENTS_OF_REPORTS = f"{INSPECTION_RULES}第二十五条"
