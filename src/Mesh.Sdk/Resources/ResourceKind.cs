namespace Mesh.Sdk.Resources;

/// <summary>A kind of the Kubernetes API and how to read it. Compares by group, version and kind.</summary>
public sealed class ResourceKind : IEquatable<ResourceKind>
{
    /// <summary>Describes a kind.</summary>
    /// <param name="group">API group, <c>""</c> for the core group.</param>
    /// <param name="version">The version that is written, such as <c>v1</c>.</param>
    /// <param name="name">The kind, such as <c>DestinationRule</c>.</param>
    public ResourceKind(string group, string version, string name)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentException.ThrowIfNullOrEmpty(version);
        ArgumentException.ThrowIfNullOrEmpty(name);
        Group = group;
        Version = version;
        Name = name;
        ApiVersion = group.Length == 0 ? version : $"{group}/{version}";
        ReadableVersions = [version];
    }

    /// <summary>Gets the API group, <c>""</c> for the core group.</summary>
    public string Group { get; }

    /// <summary>Gets the version that is written.</summary>
    public string Version { get; }

    /// <summary>Gets the kind.</summary>
    public string Name { get; }

    /// <summary>Gets group and version as they stand in a manifest.</summary>
    public string ApiVersion { get; }

    /// <summary>Gets the versions that share one schema and so are read as this kind, and may be written instead.</summary>
    public EquatableList<string> ReadableVersions { get; init; }

    /// <summary>Gets the plural used in URLs; <see langword="null"/> if unknown, as only discovery can tell.</summary>
    public string? Plural { get; init; }

    /// <summary>Gets whether objects live in a namespace; <see langword="null"/> if unknown.</summary>
    public bool? IsNamespaced { get; init; }

    /// <summary>Gets how an object of this kind is read; <see langword="null"/> for untyped kinds.</summary>
    public Func<ResourceNode, IResource>? Read { get; init; }

    /// <summary>Splits <c>group/version</c>.</summary>
    public static (string Group, string Version) Split(string apiVersion)
    {
        ArgumentNullException.ThrowIfNull(apiVersion);
        int slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? ("", apiVersion) : (apiVersion[..slash], apiVersion[(slash + 1)..]);
    }

    /// <inheritdoc/>
    public bool Equals(ResourceKind? other) => other is not null && other.ApiVersion == ApiVersion && other.Name == Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ResourceKind);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ApiVersion, Name);

    /// <summary>Returns <c>kind.version.group</c>, as kubectl names kinds.</summary>
    public override string ToString() => Group.Length == 0 ? $"{Name}.{Version}" : $"{Name}.{Version}.{Group}";
}
