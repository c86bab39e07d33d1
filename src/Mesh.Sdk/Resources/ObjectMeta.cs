namespace Mesh.Sdk.Resources;

/// <summary>stub until generated</summary>
public sealed partial record ObjectMeta : IResourceValue
{
    public string? Name { get; init; }
    public string? Namespace { get; init; }
    internal static ObjectMeta Read(ResourceNode node) => new() { Name = node.ReadString() };
    public void WriteTo(ResourceWriter writer) { }
}
