"""What an author writes: frozen values, typed ids, the protocols of primitives; no behaviour."""
