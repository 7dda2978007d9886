"""Japanese names composed from the morphemes of Chinese ones: 党工委 = 党+工+委 → 共産党工作委員会."""
