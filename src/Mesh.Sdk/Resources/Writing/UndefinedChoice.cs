namespace Mesh.Sdk.Resources.Writing;

/// <summary>A number in a resource that stands for no value of its enum.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Number">The number.</param>
/// <param name="Texts">The texts of the values that there are.</param>
internal sealed record UndefinedChoice(string Path, string Number, EquatableList<string> Texts);
