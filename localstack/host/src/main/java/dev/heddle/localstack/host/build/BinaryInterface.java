package dev.heddle.localstack.host.build;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.EnclosingMethodAttribute;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What other modules compile against: classes without their private members and the code of their
 * methods. As long as it stays the same, what was compiled against it needn't be compiled again.
 * Values of constants belong to it, because javac copies them into those who use them.
 */
final class BinaryInterface {
  // A pool of its own, for the one that was read also names what only code mentions.
  private static final ClassFile CLASSES =
      ClassFile.of(
          ClassFile.ConstantPoolSharingOption.NEW_POOL, ClassFile.DebugElementsOption.DROP_DEBUG);
  private static final MethodTransform WITHOUT_CODE =
      MethodTransform.dropping(element -> element instanceof CodeModel);

  private BinaryInterface() {}

  /** Its hash, of a module's classes by their file names. */
  static String of(SortedMap<String, byte[]> classes) {
    ContentHash hash = new ContentHash();
    for (Map.Entry<String, byte[]> file : classes.entrySet()) {
      stripped(file.getValue()).ifPresent(rest -> hash.add(file.getKey(), rest));
    }
    return hash.hex();
  }

  /** Nothing of classes within methods: nobody else can name them. */
  private static Optional<byte[]> stripped(byte[] bytes) {
    ClassModel model = CLASSES.parse(bytes);
    boolean isLocal =
        model.elementStream().anyMatch(element -> element instanceof EnclosingMethodAttribute);
    if (isLocal) {
      return Optional.empty();
    }
    ClassTransform rest = (builder, element) -> keep(builder, element, model);
    return Optional.of(CLASSES.transformClass(model, rest));
  }

  private static void keep(ClassBuilder builder, ClassElement element, ClassModel model) {
    switch (element) {
      case MethodModel method when isHidden(method) -> {}
      case MethodModel method -> builder.transformMethod(method, WITHOUT_CODE);
      case FieldModel field when field.flags().has(AccessFlag.PRIVATE) -> {}
      case InnerClassesAttribute inner -> ownOnly(inner, model).ifPresent(builder::with);
      // These also name classes within methods.
      case NestMembersAttribute _, NestHostAttribute _, SourceFileAttribute _ -> {}
      default -> builder.with(element);
    }
  }

  private static boolean isHidden(MethodModel method) {
    return method.flags().has(AccessFlag.PRIVATE) || method.methodName().equalsString("<clinit>");
  }

  /** Those that it declares or is; the others are named because code mentions them. */
  private static Optional<InnerClassesAttribute> ownOnly(
      InnerClassesAttribute inner, ClassModel model) {
    String name = model.thisClass().asInternalName();
    List<InnerClassInfo> own = inner.classes().stream().filter(info -> isOwn(info, name)).toList();
    return own.isEmpty() ? Optional.empty() : Optional.of(InnerClassesAttribute.of(own));
  }

  private static boolean isOwn(InnerClassInfo info, String name) {
    return info.innerClass().asInternalName().equals(name)
        || info.outerClass().map(outer -> outer.asInternalName().equals(name)).orElse(false);
  }
}
