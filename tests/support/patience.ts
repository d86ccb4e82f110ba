/** How long a test waits for what has to come: long enough for a machine that is busy with others. Nothing is judged by its time. */
import { configure } from "@testing-library/react";

configure({ asyncUtilTimeout: 15_000 });
