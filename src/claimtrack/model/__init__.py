"""The values that claims are made of: frozen, checked, without I/O, clock or chance."""
