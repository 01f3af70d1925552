/** Whether WebGL here is done by the processor. It is then never faster than WASM, which uses the same processor directly. */
import { createWebglBackend } from './tfjs/backend';

const imitations = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Opens the GL context if there was none. Throws DeviceLostError where there is no WebGL. */
export function isGpuImitated(): boolean {
  const { gl } = createWebglBackend();
  return imitations.test(rendererOf(gl));
}

/** Some browsers only tell when they are asked for it by the name of an extension, others warn of that extension. */
function rendererOf(gl: WebGL2RenderingContext): string {
  const plain = String(gl.getParameter(gl.RENDERER));
  if (!/^webkit webgl$/i.test(plain)) return plain;
  const details = gl.getExtension('WEBGL_debug_renderer_info');
  return details ? String(gl.getParameter(details.UNMASKED_RENDERER_WEBGL)) : plain;
}
