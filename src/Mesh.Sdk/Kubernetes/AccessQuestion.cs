namespace Mesh.Sdk.Kubernetes;

/// <summary>Something that a user may or may not do. Source: Kubernetes API, <c>SelfSubjectAccessReview</c>.</summary>
/// <param name="Verb">What is done, such as <c>list</c>; <c>*</c> for anything.</param>
/// <param name="Group">API group, <c>""</c> for the core group, <c>*</c> for any.</param>
/// <param name="Plural">The kind as discovery names it, such as <c>secrets</c>; <c>*</c> for any.</param>
public sealed record AccessQuestion(string Verb, string Group, string Plural)
{
    /// <summary>Gets the namespace; <see langword="null"/> for all, and for kinds without.</summary>
    public string? Namespace { get; init; }

    /// <summary>Gets the name of the object; <see langword="null"/> for all.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the part of the object, such as <c>token</c>; <see langword="null"/> for the object itself.</summary>
    public string? Subresource { get; init; }
}
