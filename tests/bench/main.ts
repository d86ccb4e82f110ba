/** `npm run bench -- store`: figures as JSON lines. Everything is measured in this run, on this machine, on the simulator. */
import { startBenchGraph } from "./graph.ts";
import { benchExcel } from "./excel/excel.ts";
import { benchFaults } from "./faults/faults.ts";
import { benchImport } from "./importing/importing.ts";
import { benchMonday } from "./monday/monday.ts";
import { benchOpens } from "./store/opens.ts";
import { benchPush } from "./store/push.ts";

const store = async (): Promise<void> => {
  for (const bench of [benchOpens, benchPush]) {
    const graph = await startBenchGraph();
    try {
      await bench(graph);
    } finally {
      graph.close();
    }
  }
};

const benches: Readonly<Record<string, () => Promise<void>>> = {
  store,
  monday: benchMonday,
  faults: benchFaults,
  import: benchImport,
  excel: benchExcel,
};

const wanted = process.argv[2] ?? "";
const bench = Object.hasOwn(benches, wanted) ? benches[wanted] : undefined;
if (bench) await bench();
else {
  console.error(`Which benchmark? One of: ${Object.keys(benches).join(", ")}`);
  process.exitCode = 2;
}
