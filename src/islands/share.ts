// How things leave a page: by the phone's own sheet, by the clipboard, as a file.

/** Whether the device can share: at all, or these files. */
export const canShare = (files?: File[]): boolean =>
  files ? Boolean(navigator.canShare?.({ files })) : 'share' in navigator;

/** The address of this page, without what a link brought along. */
export const pageAddress = (): string => location.href.replace(/[?#].*$/, '');

/** Opens the device's sheet; who closes it again has changed their mind. */
export const share = (data: ShareData): Promise<void> =>
  navigator.share(data).catch(() => undefined);

/**
 * Copies a text.
 * @param shown gives what shows the text; where the browser copies nothing it is selected, so that a hand can
 * @returns whether it was copied
 */
export async function copy(text: string, shown?: () => Node): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (shown) getSelection()?.selectAllChildren(shown());
    return false;
  }
}

/** Gives a file to keep. */
export function download(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
