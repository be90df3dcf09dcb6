"""What circuits do, exactly: amplitudes, histories of measurements, channels, oracles."""
