"""Files of the admin's lists that open in a spreadsheet without harm."""

from __future__ import annotations

from typing import Any

from wagtail.admin.views.mixins import SpreadsheetExportMixin

from cms.plain_form import CONTROLS

# What makes a spreadsheet take a cell of a CSV file for a formula, full-width forms as well (OWASP).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class HarmlessExport(SpreadsheetExportMixin):
    """Before Wagtail's own in the bases of a view; in its XLSX files formulas are text already."""

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        processed = super().preprocess_field_value(field, value, export_format)
        if not isinstance(processed, str):
            return processed
        text = CONTROLS.sub("", processed)
        is_risky = export_format == self.FORMAT_CSV and text.startswith(FORMULA_STARTS)
        return f"'{text}" if is_risky else text
