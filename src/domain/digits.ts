/** The text with the digits of every script as Latin ones. */
export function toLatinDigits(text: string): string {
  // In Unicode each script's ten digits begin at a place that ends in hexadecimal 0 or 6.
  return text.replace(/\p{Nd}/gu, (digit) => {
    const last = (digit.codePointAt(0) ?? 0) % 16;
    return String(last >= 6 && !isZeroBased(digit) ? last - 6 : last);
  });
}

function isZeroBased(digit: string): boolean {
  // Six below such a digit there is no digit, so its row begins at 0 and not at 6.
  const code = digit.codePointAt(0) ?? 0;
  return /\p{Nd}/u.test(String.fromCodePoint(code - (code % 16)));
}
