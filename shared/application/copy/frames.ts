import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { CopiedFrame, CopyStoreDep } from "#shared/ports/copyStore.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";

export interface RemoteDep {
  /** The OKRs themselves, of which there is a copy. */
  readonly remote: OkrRepository;
}

/** The frame, kept in the copy: it says where everything lies, so that a second opening asks for nothing but changes. */
export interface Frames {
  /** From the copy alone; undefined when it holds none. */
  readonly peek: () => Promise<CopiedFrame | undefined>;
  /** From the copy, else read. */
  readonly get: () => Promise<Result<Frame, AccessError>>;
  /** Read, and kept from then on. */
  readonly read: () => Promise<Result<Frame, AccessError>>;
  /** It changed: whoever needs it next reads it. */
  readonly forget: () => Promise<void>;
}

export const createFrames = ({ remote, copyStore, clock }: RemoteDep & CopyStoreDep & ClockDep): Frames => {
  let known: CopiedFrame | undefined;

  const peek = async (): Promise<CopiedFrame | undefined> => {
    const kept = await copyStore.readFrame();
    if (!kept.ok) return known;
    if (kept.value && kept.value.asOf !== known?.asOf) remote.knowFrame(kept.value.frame);
    known = kept.value;
    return known;
  };

  const read = async (): Promise<Result<Frame, AccessError>> => {
    const asOf = clock.now();
    const frame = await remote.readFrame();
    if (!frame.ok) return frame;
    known = { frame: frame.value, asOf };
    await copyStore.writeFrame(known);
    return frame;
  };

  return {
    peek,
    read,
    get: async () => {
      const kept = known ?? (await peek());
      return kept ? ok(kept.frame) : read();
    },
    forget: async () => {
      known = undefined;
      await copyStore.writeFrame(undefined);
    },
  };
};
