import type { LanguageWords } from './language-words.ts';

export const spanish: LanguageWords = {
  oneTimeCode: `
    código de verificación, códigos de verificación, código de confirmación, código de seguridad,
    código de acceso, código de activación, código de autenticación, código de autorización,
    código de validación, código de inicio de sesión, código de un solo uso,
    código de restablecimiento, código de recuperación, código único, código temporal,
    clave de acceso, clave temporal, clave dinámica, contraseña de un solo uso, contraseña temporal`,
  code: `
    código*, clave`,
  otherNumber: `
    código de cliente, código de usuario, código de producto, código de socio, código de país, código de barras, código swift, matrícula,
    pedido*, número de pedido, factura*, seguimiento, número de seguimiento, código de seguimiento,
    envío, paquete, expediente, referencia*, ref, reserva*, código de reserva, localizador,
    número de cliente, cliente, cuenta, tarjeta*, terminada en, que termina en, teléfono, tel,
    llámanos, llama, código postal, cp, apartado, código promocional, código de descuento,
    código descuento, cupón*, descuento, vale, importe, total, precio, iva, nif, cif, contrato,
    vuelo, asiento, andén, versión, artículo, calle, código de barras, código de error,
    código de color, ticket, puntos, saldo`,
  discount: `
    descuento*, cupón*, oferta*, rebaja*`,
  unit: `
    minuto*, hora*, día*, segundo*, semana*, meses, año*, euros, pesos, puntos, dígitos`,
  intent: `
    iniciar sesión, inicio de sesión, acceder, verificar, verifica, verificación, confirmar,
    confirma, caduca, expira, válido, no compartas, no lo compartas, no comparta, introduce, ingresa,
    introduzca, escribe, restablecer, dos pasos, identidad, no has solicitado, no solicitaste,
    dígitos`,
  resetPassword: `
    cambia la contraseña, cambia tu contraseña, restablece, restablece tu contraseña,
    restablecer, restablecimiento, nueva contraseña, cambiar contraseña, cambiar la contraseña,
    cambiar mi contraseña, recuperar contraseña, recuperar mi contraseña, recuperar la cuenta,
    crear contraseña, olvidado tu contraseña`,
  verify: `
    confirmar, confirma tu, confirmar correo, confirmar mi, verificar, verifica tu, verificar correo,
    activar, activar cuenta, activar mi cuenta, validar, completar registro`,
  signIn: `
    iniciar sesión, inicia sesión, acceder, entrar, enlace de acceso, enlace mágico`,
  invitation: `
    aceptar invitación, aceptar la invitación, aceptar, unirse, unirme, únete, invitación,
    te ha invitado`,
  unsubscribe: `
    darse de baja, darme de baja, cancelar suscripción, cancelar la suscripción, anular suscripción,
    preferencias de correo, date de baja, dejar de recibir, gestionar preferencias`,
};
