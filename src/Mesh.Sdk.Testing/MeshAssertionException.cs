namespace Mesh.Sdk.Testing;

/// <summary>Something that must hold does not.</summary>
public sealed class MeshAssertionException(string message) : Exception(message);
