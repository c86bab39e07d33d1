using System.Reflection;
using System.Text;

namespace Mesh.Sdk.Tests.Architecture;

/// <summary>What users can name of an assembly, one line a member, in ordinal order.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Assembly assembly)
    {
        IEnumerable<string> lines = assembly.GetExportedTypes()
            .SelectMany(type => Members(type).Prepend(Describe(type)))
            .Order(StringComparer.Ordinal);
        return string.Join('\n', lines) + "\n";
    }

    private static string Describe(Type type)
    {
        string kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : "class";
        string modifier = type is { IsAbstract: true, IsSealed: true } ? "static " : type is { IsAbstract: true, IsInterface: false } ? "abstract " : type.IsSealed && type.IsClass ? "sealed " : "";
        return $"{Name(type)} : {modifier}{kind}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"{Name(type)}.{name} = {Convert.ToInt64(Enum.Parse(type, name), System.Globalization.CultureInfo.InvariantCulture)}");
        }

        return type.GetMembers(Declared)
            .Where(IsVisible)
            .Select(member => $"{Name(type)}.{Describe(member)}");
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => IsVisible(method) && (!method.IsSpecialName || method is ConstructorInfo || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !method.Name.Contains('<', StringComparison.Ordinal) && method.Name != "PrintMembers",
        PropertyInfo property => property.GetAccessors(true).Any(IsVisible) && property.Name != "EqualityContract",
        FieldInfo field => field.IsPublic || field.IsFamily,
        EventInfo => true,
        _ => false,
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Describe(MemberInfo member) => member switch
    {
        MethodInfo method => $"{Modifier(method)}{method.Name}{Arguments(method)}({Parameters(method)}) : {Name(method.ReturnParameter)}",
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        PropertyInfo property => $"{property.Name} {{ {Accessors(property)}}} : {Name(property.PropertyType)}{Mark(Nullability.Create(property).ReadState)}",
        FieldInfo field => $"{field.Name} : {Name(field.FieldType)}",
        _ => member.ToString()!,
    };

    private static string Modifier(MethodInfo method) =>
        method.IsStatic ? "static " : method.IsAbstract && method.DeclaringType is { IsInterface: false } ? "abstract " : method.IsVirtual && !method.IsFinal && method.DeclaringType is { IsInterface: false, IsSealed: false } ? "virtual " : "";

    private static string Arguments(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(p => $"{Name(p)} {p.Name}{(p.HasDefaultValue ? "?" : "")}"));

    private static string Accessors(PropertyInfo property)
    {
        StringBuilder text = new();
        if (property.GetMethod is { } getter && IsVisible(getter))
        {
            text.Append("get; ");
        }

        if (property.SetMethod is { } setter && IsVisible(setter))
        {
            bool isInit = setter.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit");
            text.Append(isInit ? "init; " : "set; ");
        }

        return text.ToString();
    }

    private static string Name(ParameterInfo parameter) =>
        Name(parameter.ParameterType) + Mark(Nullability.Create(parameter).ReadState);

    private static string Mark(NullabilityState state) => state == NullabilityState.Nullable ? "?" : "";

    private static string Name(Type type)
    {
        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        string name = type.IsNested ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Namespace?.StartsWith("Mesh.", StringComparison.Ordinal) == true ? $"{type.Namespace}.{type.Name}" : type.Name;
        int tick = name.IndexOf('`', StringComparison.Ordinal);
        return type.IsGenericType && tick >= 0 ? $"{name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
