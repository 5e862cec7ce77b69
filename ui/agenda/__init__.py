"""The calendar of meetings and due items."""
