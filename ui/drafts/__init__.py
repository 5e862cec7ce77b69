"""What is typed in forms and not saved: kept every few seconds, each as a draft of its own."""
