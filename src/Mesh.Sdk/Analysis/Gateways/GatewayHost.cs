namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>A host of a server.</summary>
/// <param name="Namespace">What stands before the first slash; <see langword="null"/> if there is none.</param>
/// <param name="Name">The rest.</param>
internal readonly record struct GatewayHost(string? Namespace, string Name)
{
    public static GatewayHost Parse(string text) => text.Split('/', 2) is [var @namespace, var name] ? new(@namespace, name) : new(null, text);
}
