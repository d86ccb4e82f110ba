import { broadcastResponseToMainFrame } from "@azure/msal-browser/redirect-bridge";

/** Hands the answer of the sign-in service to the window that asked. The page holds nothing else. */
const handOver = async (): Promise<void> => {
  try {
    await broadcastResponseToMainFrame();
  } catch {
    document.body.textContent = "Sign-in could not be handed back. Close this window and try again.";
  }
};

void handOver();
