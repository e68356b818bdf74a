const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export interface StopRequest {
  readonly signal: AbortSignal;
  /** Resolves when somebody asks to stop. */
  readonly asked: Promise<void>;
  readonly dispose: () => void;
}

/** Listens for the wish to stop. Who asks twice does not want to wait any longer: the process ends at once. */
export function listenForStop(): StopRequest {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  return {
    signal: controller.signal,
    asked: new Promise((resolve) =>
      controller.signal.addEventListener("abort", () => resolve(), { once: true }),
    ),
    dispose: () => {
      for (const name of SIGNALS) process.off(name, onSignal);
    },
  };
}
