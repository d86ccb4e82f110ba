/** Hands a file over to the person, as the browser does with downloads. */
export const downloadFile = (page: Document, name: string, parts: readonly BlobPart[], type: string): void => {
  const address = URL.createObjectURL(new Blob([...parts], { type }));
  const link = page.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun with the click; the contents may go.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
