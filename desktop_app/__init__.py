"""The desktop assistant for medical treatment away from the insured area (异地就医)."""
