"""Hand-outs for partners: "you said, we did", and the programme."""
