"""What texts say of their own words: two designations set beside one another for one thing."""
