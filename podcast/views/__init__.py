"""What the podcast answers to listeners' apps and to editors' browsers."""
