"""The words of the demo site, as plain values that know no framework."""
