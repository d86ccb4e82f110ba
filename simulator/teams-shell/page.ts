const escapeAttribute = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** The document of the shell. The client fetches its session from the address in `data-session`. */
export const shellPage = (sessionAddress: string, title: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeAttribute(title)}</title>
<link rel="icon" href="data:,">
<style>html,body{margin:0;height:100%}[data-teams-shell]{height:100dvh;overflow:hidden}</style>
</head>
<body>
<div data-teams-shell data-session="${escapeAttribute(sessionAddress)}" data-owns-address></div>
<noscript>The simulated Teams client needs JavaScript.</noscript>
<script type="module" src="/teams/client/teams-shell.js"></script>
</body>
</html>
`;

export const problemPage = (message: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Simulated Teams</title></head>
<body style="font:16px/1.5 system-ui,sans-serif;margin:3rem auto;max-width:40rem;padding:0 1rem">
<main><h1>This address cannot be opened</h1><p>${escapeAttribute(message)}</p><p><a href="/">Back to the start page</a></p></main>
</body>
</html>
`;

/**
 * Scripts come from this origin only, so that nothing in a message or a card can run; frames may be any page, because
 * the manifest's validDomains decide about them.
 */
export const shellPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src * data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src *",
  "object-src 'none'",
  "base-uri 'none'",
].join("; ");
