"""Pictures and reports made of views: plain text that a browser, a paper or a slide can take in."""
