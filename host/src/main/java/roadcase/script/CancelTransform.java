package roadcase.script;

import groovyjarjarasm.asm.Label;
import groovyjarjarasm.asm.MethodVisitor;
import groovyjarjarasm.asm.Opcodes;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ConstructorNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.LambdaExpression;
import org.codehaus.groovy.ast.stmt.*;
import org.codehaus.groovy.classgen.BytecodeInstruction;
import org.codehaus.groovy.classgen.BytecodeSequence;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import roadcase.rig.ScriptThread;

/**
 * Puts a check of the cancel flag at the start of every method, closure, loop turn and catch block.
 *
 * <p>As byte code and after type checking, so that it costs one static call in dynamic classes too and no script can
 * shadow it. In a catch block it throws again what the block caught.
 */
final class CancelTransform extends CompilationCustomizer {
    private static final String OWNER = ScriptThread.class.getName().replace('.', '/');

    CancelTransform() {
        super(CompilePhase.INSTRUCTION_SELECTION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        new Inserter(source).visitClass(type);
    }

    private static final class Inserter extends ClassCodeVisitorSupport {
        private final SourceUnit source;

        Inserter(SourceUnit source) {
            this.source = source;
        }

        @Override
        protected SourceUnit getSourceUnit() {
            return source;
        }

        @Override
        protected void visitConstructorOrMethod(MethodNode method, boolean isConstructor) {
            super.visitConstructorOrMethod(method, isConstructor);
            if (method instanceof ConstructorNode || method.isAbstract() || method.isStaticConstructor()) return;
            if (!isEmpty(method.getCode())) method.setCode(checked(method.getCode(), method));
        }

        @Override
        public void visitClosureExpression(ClosureExpression closure) {
            super.visitClosureExpression(closure);
            if (!isEmpty(closure.getCode())) closure.setCode(checked(closure.getCode(), closure));
        }

        @Override
        public void visitLambdaExpression(LambdaExpression lambda) {
            visitClosureExpression(lambda);
        }

        @Override
        public void visitForLoop(ForStatement loop) {
            super.visitForLoop(loop);
            loop.setLoopBlock(checked(loop.getLoopBlock(), loop));
        }

        @Override
        public void visitWhileLoop(WhileStatement loop) {
            super.visitWhileLoop(loop);
            loop.setLoopBlock(checked(loop.getLoopBlock(), loop));
        }

        @Override
        public void visitDoWhileLoop(DoWhileStatement loop) {
            super.visitDoWhileLoop(loop);
            loop.setLoopBlock(checked(loop.getLoopBlock(), loop));
        }

        @Override
        public void visitCatchStatement(CatchStatement handler) {
            super.visitCatchStatement(handler);
            handler.setCode(checked(handler.getCode(), handler));
        }

        private static boolean isEmpty(Statement code) {
            return code == null || code.isEmpty() || code instanceof BlockStatement b && b.getStatements().isEmpty();
        }

        private static Statement checked(Statement code, ASTNode place) {
            BlockStatement block;
            if (code instanceof BlockStatement already) {
                block = already;
            } else {
                block = new BlockStatement();
                block.setSourcePosition(code);
                block.addStatement(code);
            }
            block.getStatements().add(0, check(place.getLineNumber()));
            return block;
        }

        private static Statement check(int line) {
            return new BytecodeSequence(new BytecodeInstruction() {
                @Override
                public void visit(MethodVisitor code) {
                    if (line > 0) {
                        Label here = new Label();
                        code.visitLabel(here);
                        code.visitLineNumber(line, here);
                    }
                    code.visitMethodInsn(Opcodes.INVOKESTATIC, OWNER, "check", "()V", false);
                }
            });
        }
    }
}
