"""From scenario files to the model and back to problems an author can mend."""
