import { say } from "./say";
import { chooseAddress, PortTakenError, type AddressSettings, type ServerAddress } from "./server-address";

/**
 * Lends `serve` an address to listen at. Where the port is ours to choose, another start may have chosen the same at
 * the same moment; whoever comes too late gets the next one.
 * @throws PortTakenError when the port that was asked for is taken, now or by the time that `serve` wants it.
 */
export async function onFreePort<T>(
  settings: AddressSettings,
  serve: (address: ServerAddress) => Promise<T>,
): Promise<T> {
  for (;;) {
    const address = await chooseAddress(settings);
    try {
      return await serve(address);
    } catch (error) {
      if (settings.port !== null || !(error instanceof PortTakenError)) throw error;
      say(`Another process was faster at port ${address.port}; trying the next one.`);
    }
  }
}
