using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Mesh.Sdk.Apply;

/// <summary>Objects that are applied together and know it, as kubectl's ApplySets do (KEP 3659). A Secret stands for the set.</summary>
public sealed record ApplySet
{
    /// <summary>Names a set.</summary>
    /// <param name="name">Name of the Secret that stands for the set.</param>
    /// <param name="namespace">Namespace of that Secret.</param>
    public ApplySet(string name, string @namespace = "default")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(@namespace);
        (Name, Namespace) = (name, @namespace);
    }

    /// <summary>Gets the name of the set, and of the Secret that stands for it.</summary>
    public string Name { get; }

    /// <summary>Gets the namespace of the Secret.</summary>
    public string Namespace { get; }

    /// <summary>Gets whether members of the set that are not applied any more are deleted.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool Prunes { get; init; }

    /// <summary>Gets what the label <c>applyset.kubernetes.io/part-of</c> of each member says.</summary>
    /// <value><c>applyset-</c>, the SHA-256 hash of <c>name.namespace.Secret.</c> as Base64 for URLs, <c>-v1</c>.</value>
    public string Id => $"applyset-{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Name}.{Namespace}.Secret.")))}-v1";

    /// <summary>Returns name and namespace.</summary>
    public override string ToString() => $"{Namespace}/{Name}";
}
