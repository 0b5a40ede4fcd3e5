"""Rule files: read with positions, checked strictly, handed on as frozen values."""
