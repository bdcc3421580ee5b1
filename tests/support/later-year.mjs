// Preloaded before tests that open no browser: their clock shows a later year, so that a test that depends on the day
// fails on every day and not on some day in the future.
const Present = Date;
const shift = Present.UTC(2029, 2, 1, 17) - Present.now();

class Later extends Present {
  constructor(...parts) {
    if (parts.length === 0) super(Present.now() + shift);
    else super(...parts);
  }
  static now() {
    return Present.now() + shift;
  }
}

globalThis.Date = Later;
