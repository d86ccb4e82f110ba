import { newName, openBrowser } from "#tests/support/databases.ts";
import { describeCopyStore } from "./copyStore.contract.ts";

describeCopyStore("the copy store in IndexedDB", () => {
  const owner = newName();
  const browser = openBrowser();
  return Promise.resolve({
    here: browser.openWindow(() => owner),
    there: browser.openWindow(() => owner),
    close: () => Promise.resolve(browser.close()),
  });
});
