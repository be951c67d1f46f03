/** File types that ZeptoMail takes neither as attachments nor into the file cache (https://www.zoho.com/zeptomail/help/file-cache.html). */
const blocked = new Set(
  (
    'ade adp app asp bas bat cer chm cmd cnt com cpl crt csh der exe fxp gadget hlp hpj hta inf ins isp js jse ksh ' +
    'lib lnk mad maf mag mam maq mar mas mat mau mav maw mda mdb mde mdt mdw mdz msc msh msh1 msh2 msh1xml msh2xml ' +
    'msi msp mst ops osd pcd pif plg prf prg ps1 ps1xml ps2 ps2xml psc1 psc2 pst reg scf scr sct shb shs sys tmp ' +
    'url vb vbe vbp vbs vsmacros vsw vxd ws wsc wsf wsh xnk'
  ).split(' '),
);

/** The blocked extension of a file name, without its dot and in lower case, or undefined. */
export function blockedExtension(fileName: string): string | undefined {
  const extension = /\.([^.\s]+)\s*$/.exec(fileName)?.[1]?.toLowerCase();
  return extension !== undefined && blocked.has(extension) ? extension : undefined;
}
