export const HELP = `npm run -s okr -- COMMAND [options]

Commands
  import FILE   Brings OKRs from a CSV or Excel file into the lists. Columns are found by their names: cycle, id, parent_id,
                kind, text, owner, start, target, unit and many synonyms in several languages. Every row is accounted for.
                Importing the same file again changes nothing.
  export        Writes all OKRs as json (complete), csv or xlsx (one row an OKR, can be imported again).
  provision     Makes the home site ready: creates the lists, repairs their columns, gives every list its rights. May be run
                again at any time.
  check         Says what is wrong with the stored OKRs.
  health        Says what is wrong with the site: lists, columns, rights, sizes; what it means and how it is mended.
  history ID    Says who changed what of an objective and its key results, when, from what to what.
  close KEY     Closes a cycle: nobody but owners may write to its lists any more, where it has its own.
  restore FILE  Brings an export of everything to a site. What is there is left as it is; may be repeated.
  help          This text.

Options of import
  --dry-run           Only says what would happen. Needs no connection; with one, it knows what is there already.
  --json              Prints {"imported": n, "rejected": [{"row": n, "reason": "…"}], "skipped": [{"row": n, "reason": "…"}]}.
                      Rows count as in a spreadsheet: the header is row 1.
  --locale TAG        How numbers and dates are written in the file, for example de or en-GB. Default: en.
  --source NAME       Where the rows come from; a row is known again by this name and its id. Default: the file's name.
Options of export
  --format F          json (default), csv or xlsx.
  --out FILE          Instead of the standard output.
  --cycle KEY         Only this cycle.
  --all               Everything there is, drafts, check-ins and log included, as one JSON document that can be restored, or
                      as xlsx with a sheet for each kind (--format xlsx or a FILE that ends in .xlsx).
Options of provision
  --organisation TEXT The name shown above everything.
  --grant CLIENT_ID   Lets the registered app into the site (Sites.Selected). Needs Sites.FullControl.All, once.
  --lead ADDRESS      Makes somebody an OKR lead, who may publish and unlock. May be repeated.
  --json              Prints the report as JSON. Also for check, health, history and restore.
Options of health
  --mend              Mends what can be mended, then looks again.
  --member ADDRESS    A plain member whom SharePoint is asked about; otherwise one is looked for.
  --app CLIENT_ID     Looks also whether this registered app was let into the site.
Options of close
  --reopen            Opens the cycle again.

Who and where
  --site HOST:/PATH   The site that holds the lists, for example contoso.sharepoint.com:/sites/okr. Or DRUMBEAT_SITE.
  --token T           A bearer token for Microsoft Graph. Better: the environment variable DRUMBEAT_TOKEN.
  --graph URL         Another address of Microsoft Graph.
  --sharepoint-token T  A bearer token for SharePoint itself (AllSites.FullControl), which alone can set and look at rights. Or
                      the environment variable DRUMBEAT_SHAREPOINT_TOKEN. Only owners of the site need it.
  --sharepoint URL    Another address of SharePoint.
  --user KEY          One of the people of a simulator on this computer (sponsor, facilitator, lead, member, outsider, admin),
  --port N            which listens at this port. Default: 3000. The site and the address are then known.

Exit status: 0 done; 1 it could not be done, or the service refused a part; 2 wrong usage; 3 check or health found errors.

Examples
  npm run -s okr -- import okrs.csv --dry-run
  npm run -s okr -- import okrs.xlsx --user admin --port 3000
  DRUMBEAT_TOKEN=… npm run -s okr -- export --format csv --out okrs.csv --site contoso.sharepoint.com:/sites/okr
`;
