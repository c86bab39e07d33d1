namespace Mesh.Sdk.Resources;

public sealed partial record ObjectMeta
{
    /// <summary>Leaves everything unset.</summary>
    public ObjectMeta()
    {
    }

    /// <summary>Names an object.</summary>
    /// <param name="name">Name.</param>
    /// <param name="namespace">Namespace; <see langword="null"/> for cluster-scoped kinds.</param>
    public ObjectMeta(string name, string? @namespace = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Namespace = @namespace;
    }
}
