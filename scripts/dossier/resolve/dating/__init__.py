"""What date expressions mean, and when undated articles were written."""
