package roadcase.script;

import groovyjarjarasm.asm.ClassReader;
import groovyjarjarasm.asm.ClassVisitor;
import groovyjarjarasm.asm.ClassWriter;
import groovyjarjarasm.asm.Opcodes;

/** Writes into a class which file it is from, folders included: what stack traces will say. */
final class SourceName {
    private SourceName() {}

    static byte[] write(byte[] bytes, String file) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visitSource(String source, String debug) {
                super.visitSource(file, debug);
            }
        }, 0);
        return writer.toByteArray();
    }
}
