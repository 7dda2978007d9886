"""What stands for what: renderings of Chinese terms found in texts, with their evidence."""
