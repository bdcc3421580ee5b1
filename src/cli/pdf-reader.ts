import { installDebian, onPath } from './debian.ts';

/** The program that reads the text of a PDF as it was written, vowel signs before their letters too. */
export const pdfReader = (): string | undefined => onPath('pdftotext');

/** Finds it; where there is none, tries the Debian package. @returns whether it is there */
export async function ensurePdfReader(): Promise<boolean> {
  return pdfReader() !== undefined || (await installDebian(['poppler-utils']));
}
