"""What circuits cost."""
