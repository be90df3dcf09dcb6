"""The grading service: claims submissions from the portal, grades them, reports back."""
